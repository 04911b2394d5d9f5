"""The headers that every answer carries, and those of its kind."""

import re

from client import Reply, ask
from sightings import Sighting

_ONCE = (
    "cache-control",
    "content-security-policy",
    "content-type",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
)
_EXACT = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_FEATURES = ("camera", "geolocation", "microphone")
# The pages with a button that looks up where the phone is.
_LOCATING = ("/", "/nn", "/en")
_TELLTALE = ("server", "x-powered-by", "set-cookie", "via")
_INLINE = re.compile(r"<style\b|<[^>]+\s(?:style|on[a-z]+)\s*=|<script\b(?![^>]*\ssrc=)")


def findings(reply: Reply, locates: bool = False) -> list[str]:
    """What is wrong with the headers of any answer; `locates`: it may ask where the phone is."""
    found = []
    for name in _ONCE:
        count = len(reply.all(name))
        if count != 1 and not (name == "content-type" and reply.status in (204, 304)):
            found.append(f"{name} is sent {count} times")
    for name, value in _EXACT.items():
        if reply.one(name) != value:
            found.append(f"{name} is «{reply.one(name)}», not «{value}»")
    found += _policy(reply.one("content-security-policy"))
    for feature in _FEATURES:
        allowed = "(self)" if locates and feature == "geolocation" else "()"
        if f"{feature}={allowed}" not in reply.one("permissions-policy"):
            found.append(f"permissions-policy does not say {feature}={allowed}")
    found += [f"{name} is sent" for name in _TELLTALE if reply.all(name)]
    kind = reply.one("content-type")
    if kind.startswith("text/") and "charset=utf-8" not in kind:
        found.append(f"content-type is «{kind}», without charset=utf-8")
    if reply.is_page and (inline := _INLINE.search(reply.text)):
        found.append(f"the policy blocks what stands in the page: {inline.group()}")
    return found + _statuses(reply)


def _policy(text: str) -> list[str]:
    directives = {}
    for part in text.split(";"):
        words = part.split(maxsplit=1)
        if words:
            directives[words[0]] = words[1] if len(words) > 1 else ""
    found = [
        f"content-security-policy: {name} is «{directives.get(name, '')}», not «{value}»"
        for name, value in _POLICY.items()
        if directives.get(name) != value
    ]
    if "unsafe" in text or "*" in text or "data:" in text:
        found.append(f"content-security-policy is loose: {text}")
    return found


def _statuses(reply: Reply) -> list[str]:
    found = []
    if reply.status == 405 and not reply.one("allow"):
        found.append("405 without Allow")
    if reply.status in (429, 503) and not reply.one("retry-after").isdigit():
        found.append(f"{reply.status} without Retry-After")
    if reply.status >= 400 and reply.one("cache-control") != "no-store":
        found.append(f"an error may be kept: {reply.one('cache-control')}")
    return found


def of_sighting(sighting: Sighting, site: str, reply: Reply) -> list[str]:
    """The rules for a page: what was asked is kept by nobody, the rest is asked about anew."""
    locates = sighting.path in _LOCATING and reply.status == 200
    found = findings(reply, locates)
    caching = reply.one("cache-control")
    # Without a question the address of answers tells the doors of this hour.
    kept = sighting.kept and not sighting.path.endswith("/svar")
    if (sighting.method == "POST" or not kept) and caching != "no-store":
        found.append(f"what nobody should keep may be kept: {caching}")
    if sighting.method == "GET" and reply.status == 200 and kept:
        if caching != "public, no-cache" or not reply.one("etag"):
            found.append(f"without a way to ask anew: «{caching}», «{reply.one('etag')}»")
        again = ask(site + sighting.path, headers={"If-None-Match": reply.one("etag")})
        if again.status != 304 or again.body:
            found.append(f"asked anew it is {again.status} with {len(again.body)} bytes")
        found += [f"304: {text}" for text in findings(again, locates)]
        head = sighting.fetched(site, "HEAD")
        if head.status != 200 or head.body:
            found.append(f"HEAD is {head.status} with {len(head.body)} bytes")
    return found + _foreign_host(sighting, site)


def _foreign_host(sighting: Sighting, site: str) -> list[str]:
    name = "ond.example"
    reply = ask(site + sighting.path, headers={"Host": name, "X-Forwarded-Host": name})
    told = reply.text + " ".join(value for _, value in reply.headers)
    return [f"repeats the host that a client claims: {name}"] if name in told else []


def of_asset(reply: Reply) -> list[str]:
    found = findings(reply)
    if reply.one("cache-control") != "public, max-age=31536000, immutable":
        found.append(f"an asset is kept by «{reply.one('cache-control')}»")
    return found
