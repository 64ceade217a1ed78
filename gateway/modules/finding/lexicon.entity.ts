import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A word that nothing is found by, and the one that was searched for instead.' })
export class WordCorrection {
  @Field(() => String, { description: 'As typed, without accents or plural.' })
  typed!: string;

  @Field(() => String, { description: 'The nearest word of the network.' })
  used!: string;
}
