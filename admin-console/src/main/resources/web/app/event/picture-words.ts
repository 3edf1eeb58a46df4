import { words } from '../words.js';

export const say = words({
  en: {
    picture: 'Picture', pictureHint: 'Fans see it in the list, on the event\'s page, and where a link to it is passed on. Landscape pictures (16 to 9) fit best.',
    choose: 'Choose a picture', another: 'Choose another', remove: 'Take it away', reading: 'One moment…',
    alternative: 'What the picture shows', alternativeHint: 'For those who do not see it, such as "The band on a tram at night".',
    noPicture: 'That is no picture', noPictureText: 'Choose a JPEG, PNG or WebP.',
    tooSmall: 'The picture is too small', tooSmallText: 'It needs 200 pixels on each side at least; 1600 by 900 is a good size.',
  },
  de: {
    picture: 'Bild', pictureHint: 'Fans sehen es in der Liste, auf der Seite der Veranstaltung und wo ein Link zu ihr geteilt wird. Querformat (16 zu 9) passt am besten.',
    choose: 'Bild wählen', another: 'Anderes wählen', remove: 'Wegnehmen', reading: 'Einen Moment…',
    alternative: 'Was auf dem Bild zu sehen ist', alternativeHint: 'Für alle, die es nicht sehen, etwa „Die Band nachts in einer Straßenbahn“.',
    noPicture: 'Das ist kein Bild', noPictureText: 'Wähle ein JPEG, PNG oder WebP.',
    tooSmall: 'Das Bild ist zu klein', tooSmallText: 'Jede Seite braucht mindestens 200 Pixel; 1600 mal 900 ist eine gute Größe.',
  },
});
