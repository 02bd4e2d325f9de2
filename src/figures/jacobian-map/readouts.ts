import { type Shown, format } from '../shared/format.ts';
import { matrixText, vectorText } from '../shared/text.ts';
import type { Result } from './experiment.ts';

const absent = 'not defined';

/** What the readouts show. At a kink there is no Jacobian, whatever PyTorch answers. */
export function readouts({ value, jacobian, det, singularValues, kink, factors }: Result) {
  const unlessKink = (shown: Shown): Shown => (kink ? `none (PyTorch: ${format(shown)})` : shown);
  return {
    /** The chain rule: J of g · J of f = J. */
    product:
      factors &&
      jacobian &&
      unlessKink([factors.second, factors.first].map(matrixText).join(' · ')),
    value: value ? vectorText([value.x, value.y]) : absent,
    jacobian: jacobian ? unlessKink(matrixText(jacobian)) : absent,
    det: det === null ? absent : unlessKink(det),
    singularValues: singularValues ? unlessKink(vectorText(singularValues)) : absent,
  };
}
