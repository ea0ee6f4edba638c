/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.accept;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormsCompleteTest {

    @Test
    void aRequiredFieldWithoutADefaultIsFound() {
        assertThat(wrong("{\"id\":\"limit\",\"name\":\"Limit\",\"description\":\"d\",\"isRequired\":true}"))
                .containsExactly("form limit is required and has no default");
    }

    @Test
    void aFieldThatNobodyExplainsIsFound() {
        assertThat(wrong("{\"id\":\"limit\",\"name\":\"Limit\",\"isRequired\":false}"))
                .containsExactly("form limit has no name or no description");
    }

    @Test
    void anOptionalFieldNeedsNoDefault() {
        assertThat(wrong("{\"id\":\"limit\",\"name\":\"Limit\",\"description\":\"d\",\"isRequired\":false}"))
                .isEmpty();
    }

    private static Set<String> wrong(String field) {
        return FormsComplete.wrong(
                "form", JsonParser.parseString("[" + field + "]").getAsJsonArray());
    }
}
