export interface Token {
  kind: 'name' | 'int' | 'float' | 'string' | 'formatted' | 'operator' | 'newline' | 'end';
  text: string;
  /** Of the first token of a line: its indentation. */
  indent?: number;
}

const PATTERN =
  /(?<space>[ \t]+|#[^\n]*|\\\n)|(?<newline>\n)|(?<float>(?:\d[\d_]*\.\d*|\.\d+)(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)|(?<int>\d[\d_]*)|(?<string>[fFrR]?(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"))|(?<name>[A-Za-z_]\w*)|(?<operator>\*\*=|\/\/=|\.\.\.|\*\*|\/\/|[-+*/%@]=|[<>=!]=|[-+*/%@<>=()[\]{},.:;&|^~])/suy;

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', '\n': '' };

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);
}

function stringToken(text: string): Token {
  const quote = text.search(/['"]/);
  const prefix = text.slice(0, quote).toLowerCase();
  const inner = text.slice(quote + 1, -1);
  return {
    kind: prefix === 'f' ? 'formatted' : 'string',
    text: prefix === 'r' ? inner : unescape(inner),
  };
}

/** Splits a program into tokens. Newlines inside brackets do not count. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERN);
  let depth = 0;
  let lineStart = 0;
  let fresh = true;
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex;
    const groups: Record<string, string | undefined> | undefined = pattern.exec(source)?.groups;
    if (groups === undefined) throw new SyntaxError(`cannot read ${source.slice(at, at + 20)}`);
    const [kind, text] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || text === undefined || kind === 'space') continue;
    if (kind === 'newline') {
      if (depth > 0) continue;
      if (!fresh) tokens.push({ kind: 'newline', text });
      fresh = true;
      lineStart = pattern.lastIndex;
      continue;
    }
    if (/^[([{]$/.test(text)) depth++;
    if (/^[)\]}]$/.test(text)) depth--;
    const token = kind === 'string' ? stringToken(text) : { kind: kind as Token['kind'], text };
    tokens.push(fresh ? { ...token, indent: at - lineStart } : token);
    fresh = false;
  }
  if (!fresh) tokens.push({ kind: 'newline', text: '' });
  tokens.push({ kind: 'end', text: '', indent: 0 });
  return tokens;
}
