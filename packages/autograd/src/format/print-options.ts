/** How `repr` prints tensors. */
export interface PrintOptions {
  /** Digits after the point of floating numbers. */
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

/** The options that printing uses now, to put them back later. */
export function getPrintOptions(): PrintOptions {
  return current;
}

/** Sets of options by name. */
const profiles = {
  default: defaultPrintOptions,
  short: { ...defaultPrintOptions, precision: 2, edgeitems: 2 },
  full: { ...defaultPrintOptions, threshold: Infinity },
} as const;

/** Options of `setPrintOptions`. */
export interface PrintOptionsChange extends Partial<PrintOptions> {
  /** Starts from `default`, `short` (2 digits, 2 edge items) or `full` (nothing is summarised). */
  readonly profile?: keyof typeof profiles;
}

/**
 * Changes how all tensors are printed from now on; what is not given stays, but for `sciMode`, which
 * goes back to null as in PyTorch.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html
 */
export function setPrintOptions({ profile, ...options }: PrintOptionsChange): void {
  const start = profile === undefined ? current : profiles[profile];
  current = { ...start, sciMode: null, ...options };
}
