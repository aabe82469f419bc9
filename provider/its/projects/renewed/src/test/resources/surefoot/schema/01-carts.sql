create table cart (id integer primary key);
insert into cart values (1);
