///<reference types="svelte" />
;
import { resemblances } from '$schema/archetypes.ts';
import { archetypeNames, archetypeQuestions } from '$schema/vocabulary.ts';
import { kept, type Values } from '../forms/values.ts';
import { useI18n } from '../i18n/index.ts';
import Choice from '../ui/Choice.svelte';
import Field from '../ui/Field.svelte';
import ArchetypeScale from './ArchetypeScale.svelte';
import { questions, type WorkshopValues } from './workshop-form.ts';
;

  type Props = { answers: WorkshopValues['answers']; archetype: string; typed: Values | undefined };;function $$render() {

  
  
  
  
  
  
  
  

  let { answers, archetype, typed }: Props = $props();
  const { t } = useI18n();
  const words = t.workshop.form;
  // What the form begins with; what is answered since lives here.
  let said = $state<Record<string, string>>(
    Object.fromEntries(questions.map((question) => [question, kept(typed, `q.${question}`, answers[question] ?? '')])),
  );
  const distances = $derived(resemblances(said));
  const nearest = $derived(distances[0]?.archetype);
;
async () => {

 { svelteHTML.createElement("p", { "class":`small soft`,});words.archetypeLead; }
   for(let question of __sveltets_2_ensureArray(questions)){question;
   { svelteHTML.createElement("fieldset", {});
     { svelteHTML.createElement("legend", {});t.workshop.questions[question]; }
     { svelteHTML.createElement("div", { "class":`choices`,});
         for(let answer of __sveltets_2_ensureArray(([...archetypeQuestions[question], '']))){answer;
         { const $$_eciohC2C = __sveltets_2_ensureComponent(Choice); new $$_eciohC2C({ target: __sveltets_2_any(), props: {             "type":`radio`,"name":`q.${question}`,"value":answer,"label":answer ? (t.workshop.answers[question] as Record<string, string>)[answer]! : words.noAnswer,"checked":said[question] === answer,"onchange":() => (said[question] = answer),}});}
      }
     }
   }
}
 { svelteHTML.createElement("div", { "class":`result`,});
   { svelteHTML.createElement("p", { "role":`status`,}); { svelteHTML.createElement("b", {});nearest ? words.result(t.workshop.archetypes[nearest]) : words.noResult; } }
  if(distances.length > 0){ { const $$_elacSepytehcrA1C = __sveltets_2_ensureComponent(ArchetypeScale); new $$_elacSepytehcrA1C({ target: __sveltets_2_any(), props: { distances,}});}}
 }
 { const $$_dleiF0C = __sveltets_2_ensureComponent(Field); new $$_dleiF0C({ target: __sveltets_2_any(), props: {         "label":words.choose,"name":`archetype`,"value":kept(typed, 'archetype', archetype),"options":[
    { value: '', label: words.asAnswered },
    ...archetypeNames.map((value) => ({ value, label: t.workshop.archetypes[value] })),
  ],}});}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ArchetypeQuestions__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ArchetypeQuestions__SvelteComponent_ = ReturnType<typeof ArchetypeQuestions__SvelteComponent_>;
/*Ωignore_endΩ*/export default ArchetypeQuestions__SvelteComponent_;