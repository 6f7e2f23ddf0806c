import type { Value } from '../../model/value.ts';
import type { Expression } from '../syntax/expression.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import { placeErrors } from '../syntax/place-errors.ts';
import { elementOf, memberOf } from '../values/member-of.ts';
import { compileBinary } from './compile-binary.ts';
import { compileCall } from './compile-call.ts';
import { compileLambda } from './compile-lambda.ts';
import { compileName, compilePlaceholder } from './compile-name.ts';
import { compilePipe } from './compile-pipe.ts';
import type { Compiler } from './compiler.ts';
import type { Environment } from './environment.ts';
import type { Evaluate } from './frame.ts';
import type { FunctionTable } from './function-entry.ts';
import { negate } from './negate.ts';
import { tolerateMissing } from './tolerate-missing.ts';

/**
 * Turns a formula into a function that can be called often. It throws nothing but FormulaError (and what the environment's own functions
 * throw): a stack or a length that the engine cannot hold is a `limit`.
 */
export function compileFormula(expression: Expression, table: FunctionTable): (environment: Environment) => Value {
  const evaluate = compile(expression, { table, bindings: undefined, asks: false, compile });
  return (environment) => {
    try {
      return evaluate({ environment, values: [], outer: undefined });
    } catch (error) {
      if (error instanceof RangeError) throw tooLarge(expression);
      throw error;
    }
  };
}

function compile(expression: Expression, compiler: Compiler): Evaluate {
  const { asks } = compiler;
  const part: Compiler = asks ? { ...compiler, asks: false } : compiler;
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'name':
    case 'member':
    case 'index': {
      const path = placeErrors(expression, compilePath(expression, part));
      return asks ? tolerateMissing(path) : path;
    }
    case 'placeholder':
      return compilePlaceholder(expression, compiler);
    case 'call':
      return placeErrors(expression, compileCall(expression, compiler), compiler.table.get(expression.name));
    case 'binary':
      return placeErrors(expression, compileBinary(expression, compiler));
    case 'negation': {
      const operand = compile(expression.operand, part);
      return placeErrors(expression, (frame) => negate(operand(frame)));
    }
    case 'array': {
      const items = expression.items.map((item) => compile(item, part));
      return placeErrors(expression, (frame) => {
        frame.environment.spend(items.length);
        return items.map((item) => item(frame));
      });
    }
    case 'object': {
      const members = expression.members.map(([key, value]) => [key, compile(value, part)] as const);
      return placeErrors(expression, (frame) => {
        frame.environment.spend(members.length);
        const object = new Map<string, Value>();
        for (const [key, value] of members) object.set(key, value(frame));
        return object;
      });
    }
    case 'lambda':
      return compileLambda(expression, part);
    case 'pipe':
      return compilePipe(expression, part);
  }
}

function compilePath(expression: Expression, compiler: Compiler): Evaluate {
  switch (expression.kind) {
    case 'member': {
      const { key } = expression;
      const target = compile(expression.target, compiler);
      return (frame) => memberOf(target(frame), key);
    }
    case 'index': {
      const target = compile(expression.target, compiler);
      const index = compile(expression.index, compiler);
      return (frame) => elementOf(target(frame), index(frame));
    }
    case 'name':
      return compileName(expression.name, compiler);
    default:
      return compile(expression, compiler);
  }
}

function tooLarge(expression: Expression): FormulaError {
  const { offset, length } = expression;
  return new FormulaError('limit', 'The formula makes a value that is too large or too deeply nested.', { offset, length });
}
