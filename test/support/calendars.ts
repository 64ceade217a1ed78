interface CalendarEvent {
  uid?: string;
  start?: string;
  end?: string;
  more?: readonly string[];
}

/** The text of a calendar file; one event on 12 January 2027 unless said. Starts and ends are written as `DTSTART` lines end: `:20270112T090000Z`. */
export const icsOf = (events: readonly CalendarEvent[] = [{}]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ailleurs//FR',
    ...events.flatMap(
      ({ uid = 'cours-1@ailleurs.example', start = ':20270112T090000Z', end = ':20270112T110000Z', more = [] }) => [
        'BEGIN:VEVENT',
        `UID:${uid}`,
        'DTSTAMP:20261101T080000Z',
        `DTSTART${start}`,
        ...(end ? [`DTEND${end}`] : []),
        'SUMMARY:Cours du soir',
        ...more,
        'END:VEVENT',
      ],
    ),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
