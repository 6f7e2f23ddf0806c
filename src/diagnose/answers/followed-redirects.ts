/** The statuses of answers whose Location Tines follows (faraday-follow_redirects, REDIRECT_CODES). */
export const followedRedirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
