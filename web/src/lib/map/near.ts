/** How far below the window a map begins to be fetched, so that it is there when it is scrolled to. */
const ahead = '300px';

/** Settles once `element` is in the window or nearly: whoever never scrolls to a map pays nothing for it. */
export const comesNear = (element: Element): Promise<void> =>
  new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: ahead },
    );
    observer.observe(element);
  });
