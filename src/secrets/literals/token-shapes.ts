/** How the credentials of a well-known service look. */
export interface TokenShape {
  /** What it is, with its article's noun: `GitHub token`. */
  readonly name: string;
  /** One of these stands in every match; text without them needs no search. */
  readonly hints: readonly string[];
  /** Global. The group `secret` is the part that has to go, the whole match where there is none. Takes time linear in the text. */
  readonly pattern: RegExp;
}

const boundary = '(?<![A-Za-z0-9_-])';

function shape(name: string, hints: string, pattern: string): TokenShape {
  return { name, hints: hints.split(' '), pattern: new RegExp(pattern, 'gu') };
}

/** The shapes by which literal credentials are recognised, as the services document them. A JWT is not one of them: its claims stay. */
export const tokenShapes: readonly TokenShape[] = [
  shape('GitHub token', 'ghp_ gho_ ghu_ ghs_ ghr_', `${boundary}gh[pousr]_[A-Za-z0-9]{20,255}`),
  shape('GitHub token', 'github_pat_', 'github_pat_[A-Za-z0-9_]{22,255}'),
  shape('GitLab token', 'glpat- gldt- glrt- glptt-', `${boundary}gl(?:pat|dt|rt|ptt)-[A-Za-z0-9_.-]{16,255}`),
  shape('Slack token', 'xox xapp-', `${boundary}(?:xox[abceoprs]|xapp)-[A-Za-z0-9-]{10,255}`),
  shape(
    'Slack webhook',
    'hooks.slack.com',
    'hooks\\.slack\\.com/(?:services|workflows|triggers)/(?<secret>[A-Za-z0-9/_-]{8,255})',
  ),
  shape('Discord webhook', '/api/webhooks/', 'discord(?:app)?\\.com/api/webhooks/(?<secret>\\d{5,25}/[A-Za-z0-9_-]{16,255})'),
  shape(
    'Teams webhook',
    '.webhook.office.com',
    '\\.webhook\\.office\\.com/(?:webhookb2|webhook)/(?<secret>[A-Za-z0-9@/_-]{16,512})',
  ),
  shape('Tines webhook', '/webhook/', '\\.tines\\.(?:com|io)/webhook/[^/\\s"?#<]{1,128}/(?<secret>[A-Za-z0-9_-]{8,128})'),
  shape('Telegram bot token', '/bot', '/bot(?<secret>\\d{5,15}:[A-Za-z0-9_-]{30,64})'),
  shape('Stripe key', '_live_ _test_', `${boundary}[rs]k_(?:live|test)_[A-Za-z0-9]{10,255}`),
  shape('Stripe secret', 'whsec_', `${boundary}whsec_[A-Za-z0-9+/=]{16,255}`),
  shape('AWS access key', 'AKIA ASIA', '(?<![A-Za-z0-9])A(?:KI|SI)A[A-Z2-7]{16}(?![A-Za-z0-9])'),
  shape('Google API key', 'AIza', `${boundary}AIza[A-Za-z0-9_-]{35}`),
  shape('Google token', 'ya29.', `${boundary}ya29\\.[A-Za-z0-9_-]{20,2048}`),
  shape('SendGrid key', 'SG.', `${boundary}SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,128}`),
  shape('npm token', 'npm_', `${boundary}npm_[A-Za-z0-9]{36}`),
  shape('OpenAI key', 'sk-', `${boundary}sk-(?:proj-|svcacct-|ant-)?[A-Za-z0-9_-]{32,255}`),
  shape('Atlassian token', 'ATATT3 ATCTT3', `${boundary}AT[AC]TT3[A-Za-z0-9_=-]{20,512}`),
  shape('DigitalOcean token', 'dop_v1_ doo_v1_', `${boundary}do[op]_v1_[a-f0-9]{64}`),
  shape('Shopify token', 'shpat_ shpca_ shppa_ shpss_', `${boundary}shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}`),
  shape('Hugging Face token', 'hf_', `${boundary}hf_[A-Za-z0-9]{30,64}`),
  shape(
    'private key',
    'PRIVATE KEY-----',
    '-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----(?:(?:[^-]|-(?!----)){1,16384}-----END (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----|(?:\\s|\\\\{1,4}[nr]|[A-Za-z0-9+/=]{16,128}){1,600})',
  ),
];

/** The header and the claims of a JWT (RFC 7519), and apart its signature. Global. */
export const jsonWebToken = /(?<![\w-])(?<claims>eyJ[\w-]{6,}\.[\w-]{2,})\.(?<signature>[\w-]+)/gu;
