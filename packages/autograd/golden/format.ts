import { formatNumber } from '../src/format/number-format.ts';
import {
  type PrintOptions,
  getPrintOptions,
  setPrintOptions,
} from '../src/format/print-options.ts';
import { formatTensor, type PrintableDType } from '../src/format/tensor-format.ts';
import type { Case } from './case.ts';
import { decode, expectSame } from './compare.ts';
import { camelCase } from './python/arguments.ts';
import { torchInterpreter } from './python/index.ts';
import { formatValue, toText } from './python/show.ts';
import type { StoredTensor } from './tensors.ts';

interface FormatCase extends Case {
  readonly kind: string;
  readonly code?: string;
  readonly tensor?: StoredTensor | null;
  readonly requires_grad?: boolean;
  readonly grad_fn?: string | null;
  readonly options?: Record<string, unknown>;
  readonly value?: unknown;
  readonly is_int?: boolean;
  readonly spec?: string;
  readonly str: string;
  readonly fstring?: string;
}

/** The text of a tensor whose data is stored. */
function textOfData(stored: FormatCase, { shape, dtype, data }: StoredTensor): string {
  return formatTensor({
    shape,
    dtype: dtype as PrintableDType,
    data: (decode(data) as (number | boolean)[]).map(Number),
    requiresGrad: stored.requires_grad ?? false,
    gradFn: stored.grad_fn ?? null,
  });
}

function isRunnable({ code, tensor }: FormatCase): boolean {
  const known = ['float32', 'float64', 'int64', 'bool'];
  return code !== undefined && (!tensor || known.includes(tensor.dtype));
}

/** By its data, and again by running the call that made it, where this package has the dtype. */
function checkPrint(stored: FormatCase): void {
  const { tensor, code = '' } = stored;
  const hasData = tensor && Array.isArray(tensor.data);
  const isPlain = !stored.str.startsWith('Parameter');
  if (hasData && isPlain) expectSame({ str: textOfData(stored, tensor) }, { str: stored.str }, 0);
  if (!isRunnable(stored)) return;
  const value = torchInterpreter().evaluate(code);
  expectSame({ str: toText(value) }, { str: stored.str }, 0, 'run');
  if (stored.fstring !== undefined) {
    expectSame(formatValue(value, ''), stored.fstring, 0, 'fstring');
  }
}

function checkOptions(stored: FormatCase): void {
  const before: PrintOptions = getPrintOptions();
  const given = Object.entries(stored.options ?? {});
  setPrintOptions({ profile: 'default' });
  setPrintOptions(Object.fromEntries(given.map(([name, value]) => [camelCase(name), value])));
  try {
    expectSame(textOfData(stored, stored.tensor as StoredTensor), stored.str, 0);
  } finally {
    setPrintOptions(before);
  }
}

/** One case of a format file: data in, text out. */
export function checkFormat(given: Case): void {
  const stored = given as FormatCase;
  if (stored.kind === 'print') checkPrint(stored);
  else if (stored.kind === 'print_options') checkOptions(stored);
  else if (stored.kind === 'format') {
    const kind = stored.is_int === true ? 'int' : 'float';
    expectSame(
      formatNumber(decode(stored.value) as number, stored.spec ?? '', kind),
      stored.str,
      0,
    );
  } else throw new Error(`unknown kind ${stored.kind}`);
}
