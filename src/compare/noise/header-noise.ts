interface NoisyHeader {
  readonly pattern: RegExp;
  readonly reason: string;
}

/** Header fields that differ between two answers to the same request without meaning anything. Whole names only. */
const noisyHeaders: readonly NoisyHeader[] = [
  { pattern: /^(?:date|age|expires|last-modified)$/u, reason: 'tells the time of the answer' },
  { pattern: /^set-cookie$/u, reason: 'a cookie is new for each answer' },
  {
    pattern:
      /^(?:x-|amz-|x-amzn-|x-amz-|x-ms-|x-goog-|x-github-|x-okta-|x-slack-|x-adobe-|cf-|fly-|fastly-|do-|sf-)?(?:[a-z0-9]+-)*(?:request|correlation|trace|transaction|invocation|session|operation|activity|client-request)[-_]?id(?:-?2)?$/u,
    reason: 'an id of this one answer',
  },
  {
    pattern:
      /^(?:cf-ray|x-amz-cf-id|x-amz-id-2|x-amz-apigw-id|x-guploader-uploadid|x-served-by|x-cache(?:-hits)?|x-timer|x-varnish|x-backend(?:-server)?|x-envoy-[a-z-]+|traceparent|tracestate|x-b3-[a-z]+|x-cloud-trace-context|x-datadog-[a-z-]+|x-vcap-request-id|x-runtime|x-response-time|x-process-time|x-request-time|request-time|server-timing|x-kong-[a-z-]+|via|nel|report-to|alt-svc|x-ua-compatible-nonce)$/u,
    reason: 'tells how the answer travelled',
  },
  {
    pattern: /^(?:x-)?rate-?limit(?:-[a-z-]+)?$|^retry-after$|^x-(?:app|call|api)-(?:rate-)?limit(?:-[a-z-]+)?$/u,
    reason: 'counts the calls made so far',
  },
  {
    pattern: /^(?:connection|keep-alive|transfer-encoding|content-length|trailer|upgrade|proxy-connection)$/u,
    reason: 'belongs to the connection',
  },
  { pattern: /^(?:content-encoding|vary)$/u, reason: 'depends on the compression that was negotiated' },
  { pattern: /^(?:content-security-policy(?:-report-only)?|x-nonce|x-csrf-token|x-xsrf-token)$/u, reason: 'carries a nonce' },
  { pattern: /^etag$/u, reason: 'a server may make it anew for each answer' },
];

/** Why a difference in this response header field does not count, or undefined where it does. `name` in lower case. */
export function headerNoise(name: string): string | undefined {
  return noisyHeaders.find(({ pattern }) => pattern.test(name))?.reason;
}
