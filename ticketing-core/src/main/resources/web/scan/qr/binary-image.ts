const BLOCK = 8;
const FLAT = 24;

/** A picture of dark and light. Outside of it everything is light. */
export class BinaryImage {
  constructor(readonly width: number, readonly height: number, readonly pixels: Uint8Array) {}

  dark(x: number, y: number): boolean {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    return column >= 0 && row >= 0 && column < this.width && row < this.height
      && this.pixels[row * this.width + column] === 1;
  }
}

/** Dark is what is darker than its surroundings: shadows and glare lie over every ticket. */
export function binarize({ data, width, height }: ImageData): BinaryImage {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    grey[at] = (data[4 * at]! * 77 + data[4 * at + 1]! * 150 + data[4 * at + 2]! * 29) >> 8;
  }
  const columns = Math.ceil(width / BLOCK);
  const rows = Math.ceil(height / BLOCK);
  const means = blockMeans(grey, width, height, columns, rows);
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const threshold = around(means, columns, rows, column, row);
      for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y++) {
        for (let x = column * BLOCK; x < Math.min(width, (column + 1) * BLOCK); x++) {
          pixels[y * width + x] = grey[y * width + x]! < threshold ? 1 : 0;
        }
      }
    }
  }
  return new BinaryImage(width, height, pixels);
}

/** A block without contrast is all light, or as dark as its neighbours say. */
function blockMeans(grey: Uint8Array, width: number, height: number, columns: number, rows: number): Float32Array {
  const means = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let [sum, count, least, most] = [0, 0, 255, 0];
      for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y++) {
        for (let x = column * BLOCK; x < Math.min(width, (column + 1) * BLOCK); x++) {
          const value = grey[y * width + x]!;
          sum += value;
          count++;
          if (value < least) least = value;
          if (value > most) most = value;
        }
      }
      let mean = sum / count;
      if (most - least <= FLAT) {
        mean = least / 2;
        if (row > 0 && column > 0) {
          const before = (means[(row - 1) * columns + column]! + 2 * means[row * columns + column - 1]!
            + means[(row - 1) * columns + column - 1]!) / 4;
          if (least < before) mean = before;
        }
      }
      means[row * columns + column] = mean;
    }
  }
  return means;
}

/** The mean of five by five blocks. */
function around(means: Float32Array, columns: number, rows: number, column: number, row: number): number {
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, row - 2); y <= Math.min(rows - 1, row + 2); y++) {
    for (let x = Math.max(0, column - 2); x <= Math.min(columns - 1, column + 2); x++) {
      sum += means[y * columns + x]!;
      count++;
    }
  }
  return sum / count;
}
