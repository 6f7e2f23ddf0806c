import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { openCodeCache } from './code-cache.ts';

/** Loads the CommonJS modules of a build. */
export interface CachedLoader {
  /** Runs the module at this absolute path, and each that it asks for by a relative path, once; gives its exports. */
  load(file: string): unknown;
  /** Keeps the compiled code of what was loaded, with the functions that have run since, unless it was all kept before. */
  keep(): void;
}

/** A loader that compiles nothing which an earlier start of the build called `name` has compiled and kept. */
export function createCachedLoader(name: string): CachedLoader {
  const cache = openCodeCache(name);
  const kept = cache.read();
  const scripts = new Map<string, vm.Script>();
  const modules = new Map<string, { exports: unknown }>();

  function load(file: string): unknown {
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const cachedData = kept.get(path.basename(file));
    const script = new vm.Script(Module.wrap(readFileSync(file, 'utf8')), {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (script.cachedDataRejected !== false) scripts.set(path.basename(file), script);
    const directory = path.dirname(file);
    const requireOther = createRequire(file);
    const requireModule = (wanted: string): unknown =>
      wanted.startsWith('.') ? load(path.join(directory, wanted)) : requireOther(wanted);
    script.runInThisContext()(module.exports, requireModule, module, file, directory);
    return module.exports;
  }

  return {
    load,
    keep() {
      if (scripts.size === 0) return;
      cache.write(new Map([...kept, ...[...scripts].map(([file, script]) => [file, script.createCachedData()] as const)]));
    },
  };
}
