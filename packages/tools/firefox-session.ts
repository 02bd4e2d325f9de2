/** A Firefox without a window, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/): Playwright drives only one of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Message {
  id?: number;
  type: string;
  result?: unknown;
  message?: string;
  method?: string;
  params?: unknown;
}

export interface FirefoxSession {
  /** Sends a command and gives its result. */
  send: (method: string, params: object) => Promise<unknown>;
  close: () => void;
}

/** `onevent` is called with the name and the parameters of each event that was subscribed to. */
export async function openFirefox(
  path: string,
  onevent: (method: string, params: unknown) => void,
): Promise<FirefoxSession> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const firefox = spawn(path, ['--headless', '--profile', profile, '--remote-debugging-port', '0']);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    firefox.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (found) resolve(`${found}/session`);
    });
    firefox.on('error', reject);
    firefox.on('exit', () => {
      reject(new Error(`firefox: ended before it could be driven: ${said}`));
    });
  });
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const waiting = new Map<number, (message: Message) => void>();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.type === 'event') onevent(message.method ?? '', message.params);
    else waiting.get(message.id ?? -1)?.(message);
  });

  let count = 0;
  const send = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, ({ type, result, message }) => {
        if (type === 'success') resolve(result);
        else reject(new Error(`${method}: ${message ?? type}`));
      });
      socket.send(JSON.stringify({ id: count, method, params }));
    });
  const close = (): void => {
    socket.close();
    firefox.on('exit', () => {
      rmSync(profile, { recursive: true, force: true });
    });
    firefox.kill();
  };
  await send('session.new', { capabilities: {} });
  return { send, close };
}
