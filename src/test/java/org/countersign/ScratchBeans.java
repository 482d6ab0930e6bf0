package org.countersign;
import org.springframework.context.annotation.*;
@Configuration
class ScratchBeans {
    @Bean org.countersign.screening.FindingCatalog findingCatalog() { return org.countersign.screening.FindingCatalog.shipped(); }
    @Bean org.countersign.screening.Screener screener() { return org.mockito.Mockito.mock(org.countersign.screening.Screener.class); }
}
