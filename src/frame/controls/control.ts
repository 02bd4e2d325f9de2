import type {
  Control,
  Controls,
  NumberControl,
  TextControl,
} from '../../figures/shared/contract.ts';

export const isNumberControl = (control: Control): control is NumberControl => 'min' in control;

export const isTextControl = (control: Control): control is TextControl => 'examples' in control;

/** The setting that the player moves, where a figure keeps its place along the path as one. */
export const stageOf = (controls: Controls): { key: string; label: string } | null => {
  for (const [key, control] of Object.entries(controls))
    if (isNumberControl(control) && control.stage) return { key, label: control.label };
  return null;
};

/** Whole numbers are asked for by bounds and a step that are whole. */
export const isWhole = ({ min, step }: NumberControl): boolean =>
  step !== undefined && Number.isInteger(step) && Number.isInteger(min);
