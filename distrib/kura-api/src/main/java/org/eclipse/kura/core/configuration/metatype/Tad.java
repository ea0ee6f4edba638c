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
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.Option;
import org.eclipse.kura.configuration.metatype.Scalar;

/** Definition of one attribute. */
public class Tad implements AD {

    protected List<Toption> option = new ArrayList<>();
    protected List<Object> any = new ArrayList<>();
    protected String name;
    protected String description;
    protected String id;
    protected Tscalar type;
    protected Integer cardinality;
    protected String min;
    protected String max;
    protected String _default;
    protected Boolean required;
    private final Map<QName, String> otherAttributes = new HashMap<>();

    public Tad() {}

    @Override
    @SuppressWarnings("unchecked")
    public List<Option> getOption() {
        return (List<Option>) (List<?>) option;
    }

    public void setOption(Toption one) {
        this.option.add(one);
    }

    public List<Object> getAny() {
        return any;
    }

    @Override
    public String getName() {
        return name;
    }

    public void setName(String value) {
        this.name = value;
    }

    @Override
    public String getDescription() {
        return description;
    }

    public void setDescription(String value) {
        this.description = value;
    }

    @Override
    public String getId() {
        return id;
    }

    public void setId(String value) {
        this.id = value;
    }

    @Override
    public Scalar getType() {
        return Scalar.valueOf(type.name());
    }

    public void setType(Tscalar value) {
        this.type = value;
    }

    /** 0 where it was not set: a single value. */
    @Override
    public int getCardinality() {
        return cardinality == null ? 0 : cardinality;
    }

    public void setCardinality(Integer value) {
        this.cardinality = value;
    }

    @Override
    public String getMin() {
        return min;
    }

    public void setMin(String value) {
        this.min = value;
    }

    @Override
    public String getMax() {
        return max;
    }

    public void setMax(String value) {
        this.max = value;
    }

    @Override
    public String getDefault() {
        return _default;
    }

    public void setDefault(String value) {
        this._default = value;
    }

    /** True where it was not set. */
    @Override
    public boolean isRequired() {
        return required == null || required;
    }

    public void setRequired(Boolean value) {
        this.required = value;
    }

    public Map<QName, String> getOtherAttributes() {
        return otherAttributes;
    }
}
