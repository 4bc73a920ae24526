package org.csoalliance.event.registration;

/**
 * The form that a guest's link opens.
 *
 * @param name as the guest wrote it
 */
public record GuestForm(RegistrationForm form, String name, String mail) {}
