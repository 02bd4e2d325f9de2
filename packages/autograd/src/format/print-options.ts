/** How tensors are printed. */
export interface PrintOptions {
  /** Digits after the point. */
  readonly precision: number;
  /** More elements than this are summarised. */
  readonly threshold: number;
  /** Items kept at both ends of a summarised dimension. */
  readonly edgeitems: number;
  /** Columns before a line is broken. */
  readonly linewidth: number;
  /** Scientific notation always or never; null lets the values decide. */
  readonly sciMode: boolean | null;
}

/** PyTorch's defaults. */
export const defaultPrintOptions: PrintOptions = {
  precision: 4,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 80,
  sciMode: null,
};

let current = defaultPrintOptions;

/** The options that printing uses now. */
export function getPrintOptions(): PrintOptions {
  return current;
}

/**
 * Changes how all tensors are printed from now on; what is not given goes back to its default.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html
 */
export function setPrintOptions(options: Partial<PrintOptions> = {}): void {
  current = { ...defaultPrintOptions, ...options };
}
