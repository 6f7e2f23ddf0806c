const NAMES = /^localhost$|^[^.]+$|\.(?:local|localhost|internal|intranet|lan|corp|home|home\.arpa|private|test)$/i;

/** True for a host that the public network cannot reach: private, loopback and link-local addresses (RFC 1918, RFC 4193, RFC 6890, RFC 6598) and names of internal zones. */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const quad = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(bare);
  if (quad !== null) {
    const [first, second] = [Number(quad[1]), Number(quad[2])];
    return (
      first === 10 ||
      first === 127 ||
      first === 0 ||
      (first === 192 && second === 168) ||
      (first === 172 && second >= 16 && second <= 31) ||
      (first === 169 && second === 254) ||
      (first === 100 && second >= 64 && second <= 127)
    );
  }
  if (bare.includes(':')) return bare === '::1' || /^f[cd]|^fe[89ab]/.test(bare);
  return NAMES.test(bare);
}
