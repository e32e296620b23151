vcl 4.1;

# In front of the service, with SHARED_CACHE_SECONDS set (docs/adr/0026). Varnish's own gzip is off, since the service
# compresses better and each encoding has its own entity tag:
#   varnishd -a :8080 -f infitah.vcl -p http_gzip_support=off
# TRUST_PROXY of the service names this machine, or every client is one to the rate limit.
#
# All that a type is told in is thrown out by
#   varnishadm ban obj.http.Surrogate-Key '~' '(^|[^a-z_])member($|[^a-z_])'
# and by no request from outside.

backend service {
  .host = "127.0.0.1";
  .port = "3000";
  .connect_timeout = 2s;
  # Longer than anything but a long poll, which is 30 s, may be silent.
  .first_byte_timeout = 40s;
  .between_bytes_timeout = 60s;
  .probe = {
    .url = "/readyz";
    .interval = 2s;
    .timeout = 2s;
    .window = 3;
    .threshold = 2;
    .initial = 2;
  }
}

sub vcl_recv {
  # The service refuses methods that it does not know, and says how.
  if (req.method != "GET" && req.method != "HEAD") {
    return (pass);
  }
  # Who says who they are, or what they must see at least, is answered by the service itself.
  if (req.http.Authorization || req.http.Min-Position) {
    return (pass);
  }
  # What waits for a change, what tells of this moment, and files, of which parts are asked for.
  if (req.url ~ "^/(healthz|readyz|metrics)|^/v1/(changes|snapshots|exports|documents/[^/]+/content)") {
    return (pass);
  }
  # There are none; with one, nothing would be kept.
  unset req.http.Cookie;
  # Browsers say the same in many ways. What has weights is left to the service.
  if (req.http.Accept-Encoding !~ ";") {
    if (req.http.Accept-Encoding ~ "\bbr\b") {
      set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "\bgzip\b") {
      set req.http.Accept-Encoding = "gzip";
    } else {
      unset req.http.Accept-Encoding;
    }
  }
}

sub vcl_backend_response {
  # An answer that does not say of what it is made is not kept, and nobody waits for another's.
  if (!beresp.http.Surrogate-Key) {
    set beresp.uncacheable = true;
    set beresp.ttl = 120s;
    return (deliver);
  }
  # None is sent after its time, not even while the service is away: longer means older answers than the contract says.
  set beresp.grace = 0s;
  # For so long after, it is asked for by its entity tag, and mostly has not changed.
  set beresp.keep = 1h;
}

sub vcl_deliver {
  # Those were of whoever asked first.
  if (obj.hits > 0) {
    unset resp.http.X-Request-Id;
    unset resp.http.RateLimit;
    unset resp.http.RateLimit-Policy;
  }
}
