/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Tocd;
import org.eclipse.kura.core.configuration.metatype.Tscalar;
import org.junit.jupiter.api.Test;

class SelfConfigurationTest {

    private static Tocd form() {
        Tad field = new Tad();
        field.setId("limit");
        field.setType(Tscalar.INTEGER);
        Tocd form = new Tocd();
        form.addAD(field);
        return form;
    }

    @Test
    void aConfigurationThatItsOwnFormDoesNotAllowIsNotBelieved() {
        assertThat(SelfConfiguration.checked("one", StoredConfiguration.of("one", form(), Map.of("limit", 3))))
                .isPresent();
        assertThat(SelfConfiguration.checked("one", StoredConfiguration.of("one", form(), Map.of("limit", 3L))))
                .isEmpty();
    }

    @Test
    void aConfigurationOfAnotherPidIsNotBelieved() {
        assertThat(SelfConfiguration.checked("one", StoredConfiguration.of("two", null, Map.of())))
                .isEmpty();
    }
}
