import { parse } from '@calculus/expression';
import { imports, pythonFunction } from '../shared/formula.ts';
import { printed, programText, python } from '../shared/program.ts';
import type { Params, Result } from './experiment.ts';
import { isSchedule, scheduleOf } from './schedules.ts';
import type { Descent } from './trajectory.ts';

/** The chosen run with torch's own schedule, both sides of the edge, and 2/λ at the start. */
export function program(params: Params, result: Result): string {
  const { f, x, y, steps, rate } = params;
  const expression = parse(f, { variables: ['x', 'y'] });
  return programText(
    [
      ...imports(expression),
      '',
      ...pythonFunction(expression, ['x', 'y']),
      '',
      'def descend(rate):',
      `    x = torch.tensor(${python(x)}, dtype=torch.float64, requires_grad=True)`,
      `    y = torch.tensor(${python(y)}, dtype=torch.float64, requires_grad=True)`,
      '    optimizer = torch.optim.SGD([x, y], lr=rate)',
      ...schedulerLines(params),
      '    losses, rates = [], []',
      `    for step in range(${String(steps)} + 1):`,
      '        loss = f(x, y)',
      '        if not torch.isfinite(loss):',
      '            return losses, rates, step',
      '        losses.append(loss.item())',
      `        if step == ${String(steps)}:`,
      '            return losses, rates, None',
      '        optimizer.zero_grad()',
      '        loss.backward()',
      '        rates.append(optimizer.param_groups[0]["lr"])',
      '        optimizer.step()',
      '        if not torch.isfinite(x + y):',
      '            return losses, rates, step + 1',
      ...(hasScheduler(params)
        ? [`        if step < ${String(steps - 1)}:`, '            scheduler.step()']
        : []),
      '',
      'def ends_lower(rate):',
      '    losses, _, lost_at = descend(rate)',
      '    return lost_at is None and losses[-1] < losses[0]',
      '',
      `losses, rates, lost_at = descend(${python(rate)})`,
      'for step in (0, 1, len(rates) // 2, len(rates) - 1):',
      '    if 0 <= step < len(rates):',
      '        print(f"step {step}: loss {losses[step]:.6g}, rate {rates[step]:.6g}")',
      'print("no finite loss" if not losses else f"last loss {losses[-1]:.6g}, lost at {lost_at}")',
      ...edgeLines(result),
      ...hessianLines(params, result),
    ],
    output(result),
  );
}

const hasScheduler = ({ schedule }: Params) =>
  isSchedule(schedule) && scheduleOf(schedule).make !== null;

function schedulerLines({ schedule, steps }: Params): string[] {
  if (!isSchedule(schedule) || scheduleOf(schedule).make === null) return [];
  return [`    scheduler = torch.optim.lr_scheduler.${scheduleOf(schedule).python(steps)}`];
}

const edgeLines = ({ edge: { stable, unstable } }: Result): string[] =>
  [stable, unstable]
    .filter((rate) => rate !== null)
    .map((rate) => `print(f"{${python(rate)}:.6g} ends lower:", ends_lower(${python(rate)}))`);

function hessianLines({ x, y }: Params, { predictedAtStart }: Result): string[] {
  if (predictedAtStart === null) return [];
  return [
    `start = torch.tensor([${python(x)}, ${python(y)}], dtype=torch.float64)`,
    'hessian = torch.autograd.functional.hessian(lambda p: f(p[0], p[1]), start)',
    'print(f"largest eigenvalue at the start {torch.linalg.eigvalsh(hessian)[-1].item():.6g}")',
  ];
}

function output({ chosen, edge, predictedAtStart }: Result): string[] {
  return [
    ...chosenOutput(chosen),
    ...(edge.stable === null ? [] : [`${printed(edge.stable)} ends lower: True`]),
    ...(edge.unstable === null ? [] : [`${printed(edge.unstable)} ends lower: False`]),
    ...(predictedAtStart === null
      ? []
      : [`largest eigenvalue at the start ${printed(predictedAtStart.lambda)}`]),
  ];
}

function chosenOutput({ losses, rates, lostAt }: Descent): string[] {
  const last = losses.at(-1);
  if (last === undefined) return ['no finite loss'];
  const steps = [0, 1, Math.floor(rates.length / 2), rates.length - 1];
  return [
    ...steps
      .filter((step) => step >= 0 && step < rates.length)
      .map(
        (step) =>
          `step ${String(step)}: loss ${printed(losses[step] ?? NaN)}, rate ${printed(rates[step] ?? NaN)}`,
      ),
    `last loss ${printed(last)}, lost at ${lostAt === null ? 'None' : String(lostAt)}`,
  ];
}
