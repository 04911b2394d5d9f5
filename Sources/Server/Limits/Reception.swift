import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import Web

/// HTTP/1 connections, each answered on its own event loop by its ``Conversation``.
///
/// Hummingbird's own hand each part of a request from the event loop to a task and each part of the
/// answer back, which takes longer than a fixed reply does here from end to end.
struct Reception: ServerChildChannel {
  /// More than a read brings at once.
  private static let unparsedBytesMax = 128 * 1024

  private let limits: NodeLimits
  private let observer: Observer
  private let unreadable: UnreadableAnswer
  private let respond: Conversation.Responder
  private let dates = DateLine()

  init(
    limits: NodeLimits, observer: Observer, unreadable: UnreadableAnswer,
    respond: @escaping Conversation.Responder
  ) {
    self.limits = limits
    self.observer = observer
    self.unreadable = unreadable
    self.respond = respond
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Accepted> {
    channel.eventLoop.makeCompletedFuture {
      var heads = NIOHTTPDecoderLimitConfiguration()
      heads.maxHeaderFieldSize = limits.headerBytesMax
      heads.maxHeaderListSize = limits.headerBytesMax
      heads.maxHeaderFieldCount = limits.headerFieldsMax
      let pipeline = channel.pipeline.syncOperations
      // What the parser does not take, since it waits for another protocol, is not gathered either.
      try pipeline.addHandler(
        ByteToMessageHandler(
          HTTPRequestDecoder(limitConfiguration: heads),
          maximumBufferSize: Reception.unparsedBytesMax))
      try pipeline.addHandler(
        Conversation(
          limits: limits, unreadable: unreadable, dates: dates, observer: observer,
          respond: respond))
      return Accepted(channel: channel)
    }
  }

  /// Until the connection is closed; it is answered meanwhile, whoever waits here.
  func handle(value: Accepted, logger: Logger) async {
    let channel = value.channel
    await withTaskCancellationHandler {
      try? await channel.closeFuture.get()
    } onCancel: {
      channel.close(promise: nil)
    }
  }
}

/// One accepted connection.
struct Accepted: ServerChildChannelValue {
  let channel: any Channel
}
