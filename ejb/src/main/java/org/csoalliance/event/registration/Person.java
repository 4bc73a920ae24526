package org.csoalliance.event.registration;

/**
 * Who is registered.
 *
 * @param accountId null: somebody without an account
 */
record Person(Long accountId, Long companyId, String name, String mail, String company) {}
