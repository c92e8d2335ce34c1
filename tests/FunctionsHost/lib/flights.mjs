// Flights that are drawn, the same ones at every run: delays grow over the day. In the changed world every flight before noon is late.
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const airports = ['ATL', 'DTW', 'LAS', 'ORD', 'PHL', 'SLC', 'SEA', 'JFK'];

function* numbers(seed) {
  for (let x = seed >>> 0 || 1; ; ) {
    x ^= x << 13; x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5; x >>>= 0;
    yield x / 2 ** 32;
  }
}

export function week(name, seed, count, { lateMornings = false } = {}) {
  const chance = numbers(seed);
  const draw = () => chance.next().value;
  return Array.from({ length: count }, (_, i) => {
    const hour = 5 + Math.floor(18 * draw());
    const origin = Math.floor(airports.length * draw());
    const destination = (origin + 1 + Math.floor((airports.length - 1) * draw())) % airports.length;
    const distance = 200 + 300 * Math.abs(origin - destination) + Math.floor(100 * draw());
    const late = draw() < (lateMornings && hour < 12 ? 0.95 : hour >= 17 ? 0.8 : 0.08);
    return { flight: `${name}-${i}`, weekday: days[Math.floor(7 * draw())], hour, distance, origin: airports[origin], destination: airports[destination], late: late ? 1 : 0 };
  });
}

const features = ['flight', 'weekday', 'hour', 'distance', 'origin', 'destination'];

function csv(columns, rows) {
  return [columns, ...rows.map(row => columns.map(column => row[column]))].map(line => line.join(',')).join('\n') + '\n';
}

export const history = rows => csv([...features, 'late'], rows);
export const labels = rows => csv(['flight', 'late'], rows);
export const answered = (rows, answers) => csv([...features, 'answer', 'probability'], rows.map((row, i) => ({ ...row, answer: answers[i].prediction, probability: answers[i].probability })));
