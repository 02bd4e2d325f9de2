/** The functions of a tensor that are read like fields. */
export { gradFn, isLeaf } from '../autograd/leaf.ts';
export { matrixTranspose as mT, reversed as T } from '../ops/view.ts';
