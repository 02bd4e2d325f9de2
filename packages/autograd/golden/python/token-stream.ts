import { type Token, tokenize } from './tokenize.ts';

/** The tokens of a source, read one after the other. */
export class TokenStream {
  protected readonly tokens: Token[];
  protected position = 0;

  constructor(source: string) {
    this.tokens = tokenize(source);
  }

  protected get token(): Token {
    return this.tokens[this.position] as Token;
  }

  protected is(...texts: string[]): boolean {
    const { kind, text } = this.token;
    return (kind === 'operator' || kind === 'name') && texts.includes(text);
  }

  protected take(): Token {
    return this.tokens[this.position++] as Token;
  }

  protected accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.position++;
    return true;
  }

  protected expect(text: string): void {
    if (!this.accept(text)) throw new SyntaxError(`expected ${text}, got ${this.token.text}`);
  }
}
