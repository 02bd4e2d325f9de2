export type TokenKind =
  | 'number'
  | 'name'
  | 'operator'
  /** A power: ², ⁻¹, ˣ. */
  | 'superscript'
  /** A number such as ½. */
  | 'fraction'
  /** √ or ∛. */
  | 'root'
  /** TeX's \frac, before its two groups. */
  | 'frac'
  | '|'
  | '('
  | ')'
  | ','
  | 'end';

export interface Token {
  kind: TokenKind;
  /** Spelled the one way the parser knows: `**` as ^, − as -, ² as 2, ½ as 1/2. */
  text: string;
  /** In what was typed. */
  position: number;
  length: number;
}
