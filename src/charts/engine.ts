import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Title,
} from 'chart.js';
import { DecadeScale, NumberScale } from './scales.ts';

// What the course's charts use, and no more: the rest of Chart.js is not shipped.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  DecadeScale,
  Filler,
  LineController,
  LineElement,
  NumberScale,
  PointElement,
  ScatterController,
  Title,
);

/** Chart.js, with what the course's charts need registered. */
export { Chart };
