package org.countersign.publishing.connector;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebAddressesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "See https://a.example/x. | https://a.example/x",
            "(https://a.example/x) | https://a.example/x",
            "https://a.example/x_(y) | https://a.example/x_(y)",
            "HTTPS://A.example, ok | HTTPS://A.example",
            "<https://a.example?q=1&b=2> | https://a.example?q=1&b=2",
            "“https://a.example/…” | https://a.example/"})
    void endsWhereTheAddressEnds(String text, String address) {
        assertThat(WebAddresses.in(text)).singleElement().satisfies(place -> {
            assertThat(place.address()).isEqualTo(address);
            assertThat(text.substring(place.start(), place.end())).isEqualTo(address);
        });
    }

    @ParameterizedTest
    @CsvSource({"no address", "https://", "'https://...'", "xhttps://a.example", "ftp://a.example"})
    void findsNoneWhereThereIsNone(String text) {
        assertThat(WebAddresses.in(text)).isEmpty();
    }

    @Property
    void everyPlaceIsAPartOfTheText(@ForAll String before, @ForAll String after) {
        String text = before + " https://harborvale.example/flu " + after;
        assertThat(WebAddresses.in(text)).anySatisfy(place ->
                assertThat(place.address()).isEqualTo("https://harborvale.example/flu"))
                .allSatisfy(place -> assertThat(text.substring(place.start(), place.end())).isEqualTo(place.address()));
    }
}
