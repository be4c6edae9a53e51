package org.sifang.screening;

import java.util.UUID;

/**
 * A sheet has been read to its end and brought new people; published in the transaction that ended it.
 *
 * @param organization code of the organisation they are registered for
 * @param created how many have a case now that had none before
 */
public record PeopleFound(UUID notice, String organization, UUID importId, int created) {}
