// One line for each thing the scripts do, with the time it took.

/** Runs `work`, saying what it is and how long it took. A string returned by `work` is added to the line. */
export async function step(name, work) {
  const started = performance.now();
  const isTerminal = process.stdout.isTTY;
  if (isTerminal) process.stdout.write(`  … ${name}`);
  const finish = (mark, note) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${isTerminal ? '\r' : ''}  ${mark} ${name}${note ? `: ${note}` : ''} (${seconds} s)\n`);
  };
  try {
    const note = await work();
    finish('✓', typeof note === 'string' ? note : '');
    return true;
  } catch (error) {
    finish('✗', '');
    process.stdout.write(`${indent(error.output ?? error.message)}\n`);
    return false;
  }
}

function indent(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
