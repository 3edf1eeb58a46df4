import { Refusal, api, send } from '../http.js';
import { say } from './picture-words.js';

/** The picture of an event as the core shows it. */
export interface EventPicture {
  url: string;
  smallUrl: string;
  width: number;
  height: number;
  alternative: string;
}

const mostWidth = 1600;
const leastSide = 200;

/**
 * What a camera or a program made, as fans shall see it: upright, no larger than their screens show, on white, and without
 * the place and time a camera writes into it. As a data URL.
 */
export async function prepared(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Refusal(422, { code: 'unusable-picture', title: say.noPicture, detail: say.noPictureText });
  });
  const scale = Math.min(1, mostWidth / bitmap.width);
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  if (Math.min(width, height) < leastSide) throw new Refusal(422, { title: say.tooSmall, detail: say.tooSmallText });
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const painter = canvas.getContext('2d')!;
  painter.fillStyle = '#fff';
  painter.fillRect(0, 0, width, height);
  painter.drawImage(bitmap, 0, 0, width, height);
  return canvas.toDataURL('image/jpeg', 0.86);
}

const picturePath = (event: string): string => `/ticketing/event-pictures/${encodeURIComponent(event)}`;

const blobOf = (dataUrl: string): Blob =>
  new Blob([Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))]);

export const setPicture = (event: string, dataUrl: string, alternative: string): Promise<EventPicture> =>
  send('PUT', `${picturePath(event)}?alternative=${encodeURIComponent(alternative)}`, blobOf(dataUrl), { contentType: 'image/jpeg' });

export const describePicture = (event: string, alternative: string): Promise<EventPicture> =>
  send('PATCH', picturePath(event), { alternative });

export const removePicture = (event: string): Promise<void> => send('DELETE', picturePath(event));

/** Where the console shows it: on its own way to the core, whatever the core's address is. */
export const shownAt = ({ smallUrl }: EventPicture): string => api + smallUrl.slice('/api'.length);
