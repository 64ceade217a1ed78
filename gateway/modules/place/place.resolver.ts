import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Place, PlaceMatch } from './place.entity.ts';
import { mostPlaces } from './place.service.ts';

@Resolver()
export class PlaceResolver {
  @Query(() => [Place], {
    description: 'Communes whose name or postal code begins so, to complete what a person types. Public.',
  })
  places(
    @Arg('search', () => String, { description: 'The beginning of a name or of a postal code.' }) search: string,
    @Arg('limit', () => Int, { defaultValue: 8, description: `How many, ${mostPlaces} at most.` }) limit: number,
    @Ctx() { services }: Context,
  ): Place[] {
    return services.places.search(search, limit);
  }

  @Query(() => PlaceMatch, {
    nullable: true,
    description: 'The place that a text means; null when none answers. Public.',
  })
  place(
    @Arg('query', () => String, { description: 'A name, a postal code, an INSEE code, or `latitude,longitude`.' })
    query: string,
    @Ctx() { services }: Context,
  ): PlaceMatch | undefined {
    return services.places.resolve(query);
  }
}
