// A program of its own: it runs the bundle that holds Newman, with the compiled code that an earlier start kept.
import path from 'node:path';
import { createCachedLoader } from './cached-loader.ts';
import { optimizeLater } from './optimize-later.ts';

declare const BUNDLE_NAME: string;
declare const BUNDLE_HASH: string;

optimizeLater();
const loader = createCachedLoader(`newman-${BUNDLE_HASH}`);
loader.load(path.join(__dirname, BUNDLE_NAME));
// Before the bundle hears that it is no longer needed, and ends: by then everything that a run uses is compiled.
process.prependOnceListener('disconnect', () => loader.keep());
