// Programs that tests start. Each ends with the test that started it, and at the latest with this process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Starts a program and gathers what it writes, to both outputs, in `output`. */
function start(command, args, options) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  running.add(child);
  const program = { child, output: '', stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      program.output += text;
      program[stream] += text;
    });
  }
  // `close` comes when the outputs have been read to their end too.
  program.ended = once(child, 'close').then(([status, signal]) => {
    running.delete(child);
    return status ?? signal;
  });
  return program;
}

/** Runs a program to its end; its status, or the signal that ended it, is in `status`. */
export async function run(command, args, options = {}) {
  const program = start(command, args, options);
  const status = await program.ended;
  return { status, stdout: program.stdout, stderr: program.stderr };
}

/** Starts a server, waits until `ready` matches what it wrote and keeps the match in `ready`. */
export async function start_server(command, args, ready, options = {}) {
  const program = start(command, args, options);
  const seen = new Promise((resolve) => {
    const look = () => {
      const match = ready.exec(program.output);
      if (match) resolve(match);
    };
    program.child.stdout.on('data', look);
    program.child.stderr.on('data', look);
  });
  const match = await Promise.race([seen, program.ended]);
  if (!Array.isArray(match)) throw new Error(`${command} ended with ${match} before it was ready:\n${program.output}`);
  program.ready = match;
  program.stop = () => {
    program.child.kill('SIGTERM');
    return program.ended;
  };
  return program;
}
