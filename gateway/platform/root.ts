import { createParameterDecorator } from 'type-graphql';

/**
 * The row that a field is asked of, as it was read. The `Root` of type-graphql copies the row into an instance of its class for
 * each field: on a page of twenty rows that is the dearest thing that an answer does.
 */
export const Root = () => createParameterDecorator(({ root }): unknown => root);
