import type {
  Control,
  Controls,
  NumberControl,
  SetControl,
  Settings,
  TextControl,
} from '../../figures/shared/contract.ts';
import { membersOf } from '../../figures/shared/members.ts';

export const isNumberControl = (control: Control): control is NumberControl => 'min' in control;

export const isSetControl = (control: Control): control is SetControl => 'several' in control;

/** Whether a control is shown: some belong to a member of a set. */
export const isShown = (control: Control, settings: Settings): boolean => {
  const owner = isNumberControl(control) ? control.shownWith : undefined;
  return !owner || membersOf(String(settings[owner.key])).includes(owner.value);
};

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
