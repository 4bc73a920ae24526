package org.csoalliance.membership;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a person wants of a new token.
 *
 * @param label the person's words for it
 * @param writes whether it may change things, not only read
 * @param days how long it lives, a year at most
 */
public record NewAccessToken(
    @NotBlank(message = "Enter a name for the token, such as the program that will use it")
        @Size(max = 100, message = "The name of the token must be 100 characters or fewer")
        @Pattern(
            regexp = "[^\\p{Cc}\\p{Cf}]*",
            message = "The name of the token holds characters that cannot be shown")
        String label,
    boolean writes,
    @Min(value = 1, message = "Choose how long the token lives")
        @Max(value = 365, message = "A token lives for a year at most")
        int days) {}
