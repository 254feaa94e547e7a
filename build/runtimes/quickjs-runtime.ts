import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten';
import { getQuickJS } from 'quickjs-emscripten';
import { ENGINE_GLOBAL } from './bundle-engine.ts';
import type { Runtime } from './runtime.ts';

/** QuickJS, in which the embedded database runs CouchDB's validation. */
export async function startQuickJs(bundle: string): Promise<Runtime> {
  const context = (await getQuickJS()).newContext();
  const digest = evaluate(context, `${bundle};${ENGINE_GLOBAL}.digestCases`);
  return {
    name: 'QuickJS',
    digestCases: (casesText) => Promise.resolve(call(context, digest, casesText)),
    close: () => {
      digest.dispose();
      context.dispose();
      return Promise.resolve();
    },
  };
}

function evaluate(context: QuickJSContext, code: string): QuickJSHandle {
  return context.unwrapResult(context.evalCode(code, 'engine.js'));
}

function call(context: QuickJSContext, callee: QuickJSHandle, text: string): string {
  const argument = context.newString(text);
  const result = context.unwrapResult(context.callFunction(callee, context.undefined, argument));
  argument.dispose();
  const answer = context.getString(result);
  result.dispose();
  return answer;
}
