import type { Value } from '../../model/value.ts';
import type { Place } from '../syntax/expression.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import type { Bindings, Compiler } from './compiler.ts';
import type { Evaluate, Frame } from './frame.ts';

/** A top-level name: a LAMBDA's parameter where one is so called, else what the environment knows; a function's name is an error. */
export function compileName(name: string, compiler: Compiler): Evaluate {
  const bound = compileBound(name, compiler.bindings);
  if (bound !== undefined) return bound;
  if (compiler.table.has(name) || name === 'LAMBDA') return functionAsName(name);
  return ({ environment }) => environment.lookup(name);
}

/** `%`: the value that the pipe around it hands over; anywhere else an error. */
export function compilePlaceholder(place: Place, compiler: Compiler): Evaluate {
  const bound = compileBound('%', compiler.bindings);
  if (bound !== undefined) return bound;
  throw new FormulaError('syntax', '% stands for the left side of a pipe, and there is no |> before it.', {
    offset: place.offset,
    length: place.length,
  });
}

function compileBound(name: string, bindings: Bindings | undefined): Evaluate | undefined {
  let steps = 0;
  for (let scope = bindings; scope !== undefined; scope = scope.outer) {
    const index = scope.names.lastIndexOf(name);
    if (index >= 0) return readBound(steps, index);
    steps++;
  }
  return undefined;
}

function readBound(steps: number, index: number): Evaluate {
  if (steps === 0) return (frame) => frame.values[index] ?? null;
  return (frame) => {
    let scope: Frame | undefined = frame;
    for (let step = 0; step < steps; step++) scope = scope?.outer;
    return scope?.values[index] ?? null;
  };
}

function functionAsName(name: string): Evaluate {
  return ({ environment }) => {
    environment.tolerance.depth++;
    let value: Value;
    try {
      value = environment.lookup(name);
    } finally {
      environment.tolerance.depth--;
    }
    if (value !== null) return value;
    throw new FormulaError('evaluation', `${name} is a function, did you mean to write ${name}()?`);
  };
}
