import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { type NoticeChannel, noticeChannels, noticeTypes, usualQuiet } from '$schema/notices.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';

const Preferences = graphql(`
  query NoticePreferences {
    noticePreferences {
      channels {
        type
        channel
      }
      timeZone
      quiet {
        from
        to
      }
      remindBefore
      remindOnDay
    }
  }
`);

const Settle = graphql(`
  mutation SettleNotices($input: NoticePreferencesInput!) {
    settleNotices(input: $input) {
      timeZone
    }
  }
`);

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const { noticePreferences } = await locals.graph.query(Preferences);
  return { preferences: noticePreferences, saved: url.searchParams.get('fait') === 'oui' };
};

const channelIn = (value: string): NoticeChannel => noticeChannels.find((one) => one === value) ?? 'at_once';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const quiet =
      form.get('calme') === 'oui'
        ? { from: text(form, 'de') || usualQuiet.from, to: text(form, 'a') || usualQuiet.to }
        : null;
    const input = {
      channels: noticeTypes.map((type) => ({ type, channel: channelIn(text(form, `voie-${type}`)) })),
      timeZone: text(form, 'fuseau'),
      quiet,
      remindBefore: Number(text(form, 'rappel')),
      remindOnDay: form.get('matin') === 'oui',
    };
    const done = await submit(event, Settle, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, '/notifications/reglages?fait=oui');
  },
};
