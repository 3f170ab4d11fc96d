package org.newsweft.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "Airport strike - now in its fifth day - strands thousands | Harbor Post; -; Airport strike - now in its fifth day - strands thousands",
                "Mills rethink Ottawa-based plans - Harbor Post; -; Mills rethink Ottawa-based plans",
                "University lab - once closed - reopens on Monday; -; University lab - once closed - reopens on Monday",
                "Harbor Post - Plus/Minus brings its concert back - at last; Harbor Post; Plus/Minus brings its concert back - at last",
                "Opinion | Republicans are following Trump to nowhere; -; Republicans are following Trump to nowhere",
                "Kerry in Beijing | World | The Hill; -; Kerry in Beijing",
                "Kerry in Beijing - BBC News; bbc.co.uk; Kerry in Beijing",
                "Kerry in Beijing : The Hill; thehill.com; Kerry in Beijing",
                "ARM: chip designer warns of slower orders; -; ARM: chip designer warns of slower orders",
                "Paris - Roubaix won by a Dane; -; Paris - Roubaix won by a Dane"
            })
    void theSiteIsNoPartOfTheTitle(String title, String outlet, String headline) {
        assertThat(SiteName.without(title, outlet)).isEqualTo(headline);
    }
}
