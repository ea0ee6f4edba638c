/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.kura.core.configuration.metatype;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.eclipse.kura.configuration.metatype.Option;

/** One permitted value of an attribute. */
public class Toption implements Option {

    protected List<Object> any = new ArrayList<>();
    protected String label;
    protected String value;
    private final Map<QName, String> otherAttributes = new HashMap<>();

    public Toption() {}

    public List<Object> getAny() {
        return any;
    }

    public void setAny(Object o) {
        any.add(o);
    }

    @Override
    public String getLabel() {
        return label;
    }

    public void setLabel(String value) {
        this.label = value;
    }

    @Override
    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public Map<QName, String> getOtherAttributes() {
        return otherAttributes;
    }
}
