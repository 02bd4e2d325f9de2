import {
  Chart,
  LinearScale,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
} from 'chart.js';

// Only what the charts use: a browser loads nothing else of Chart.js.
Chart.register(ScatterController, LineElement, PointElement, LinearScale, LogarithmicScale);

export { Chart };
