/** For autograd, where a class and its node name each other: only what is left when types are erased. */
import cycles from './cycles.js';

export default {
  forbidden: [{ name: 'no-value-cycle', severity: 'error', from: {}, to: { circular: true } }],
  options: { ...cycles.options, tsPreCompilationDeps: false },
};
