/**
 * Settings that other settings decide until a reader moves them: the inputs that a seed draws.
 * A setting that still stands where it was led goes on following; one that was moved stays.
 */
import type { FigureDefinition, Setting, Settings } from '../../figures/shared/contract.ts';

type Led<Params> = Pick<FigureDefinition<Params & object, object>, 'controls'> & {
  follow?: ((params: Params) => Partial<Params>) | undefined;
};

/** The parameters after `changes`, with all that follows from them. */
export function change<Params extends object>(
  { controls, follow }: Led<Params>,
  params: Params,
  changes: Partial<Params>,
): Params {
  const next = { ...params, ...changes };
  if (!follow) return next;
  const [before, moved] = [follow(params), new Set(Object.keys(changes))];
  for (const key of Object.keys(controls) as (keyof Params & string)[]) {
    if (!(key in before) || moved.has(key) || params[key] !== before[key]) continue;
    // One at a time, because what follows may be followed itself.
    Object.assign(next, { [key]: follow(next)[key] });
  }
  return next;
}

/** The defaults with some settings changed, one by one in the order in which they are shown. */
export function settled<Params extends object>(
  experiment: Led<Params> & { defaults: Params },
  settings: Readonly<Record<string, Setting>>,
): Params {
  return Object.keys(experiment.controls)
    .filter((key) => Object.hasOwn(settings, key))
    .reduce(
      (params, key) => change(experiment, params, { [key]: settings[key] } as Partial<Params>),
      experiment.defaults,
    );
}

/** What each setting would be if no reader had moved it: the defaults, or where it is led. */
export function unmoved<Params extends object>(
  { defaults, follow }: { defaults: Params; follow?: Led<Params>['follow'] },
  params: Params,
): Settings {
  return { ...defaults, ...follow?.(params) } as unknown as Settings;
}
