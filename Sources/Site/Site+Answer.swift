import Hummingbird
import Registry
import Routing
import Search
import Web

extension Site {
  /// The answer comes by POST, so that nothing of the question is ever in an address.
  func answer(_ language: Language) -> Route {
    Route(.post, Shell.address(Address.answer, in: language), .answer) { request, context in
      // Without an edition the form is not looked at: what was typed is kept by ErrorPages.
      let visit = try visit(context, in: language)
      var form = FinderForm(try await Form(request).fields)
      let (text, reading) = visit.edition.search.settled(
        form.text(at: visit.moment, in: language))
      form.settle(text, reading)
      switch visit.edition.search.read(text) {
      case .understood(let question, let understood):
        let page = AnswerPage(
          visit: visit, answer: visit.edition.routing.answer(question), understood: understood,
          form: form)
        return Reply.page(page.html, caching: .never).response(to: request)
      case .refused(let refusal):
        guard !refusal.isPlaceAsked, let question = refusal.meanwhile else {
          let page = FaultPage(visit: visit, form: form, refusal: refusal)
          return page.reply.response(to: request)
        }
        let page = AnswerPage(
          visit: visit, answer: visit.edition.routing.answer(question),
          understood: refusal.understood, notUnderstood: refusal.faults, form: form)
        return Reply.page(page.html, caching: .never).response(to: request)
      }
    }
  }

  /// Who comes back to an answer that the browser has thrown away is not refused: nothing was kept,
  /// so the doors that hold everywhere at this hour stand there, and the form.
  func returned(_ language: Language) -> Route {
    Route(.get, Shell.address(Address.answer, in: language), .page) { request, context in
      let visit = try visit(context, in: language)
      return Reply.page(ReturnPage(visit: visit).html, caching: .never).response(to: request)
    }
  }
}
